"""The commands of the command line, one file each; a file here is a command."""
