"""Why two versions tell a figure differently: its change split by cause, and the rows and cells behind each part."""
