# One command a line.
command_sources =
