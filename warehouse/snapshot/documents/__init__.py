"""The files that a month is issued with: PDF, workbook, Word and HTML, written from one content."""
