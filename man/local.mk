# One page a line, as: dist_man_MANS += man/sitwell.1
