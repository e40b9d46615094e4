"""The sentences of the overview."""

from warehouse.language import Label

OVERVIEW = Label("工作总览", "Overview")
OVERVIEW_OF = Label("{place}工作总览", "{place}: overview")
