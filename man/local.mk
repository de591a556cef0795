# One page a line.
dist_man_MANS += man/sitwell.1
dist_man_MANS += man/sitwell-check.1
dist_man_MANS += man/sitwell-pack.5
dist_man_MANS += man/sitwell-plan.1
dist_man_MANS += man/sitwell-plan.5

# Brings the table of kinds and keys in sitwell-pack(5) up to date with the one in the loader, and tests/fuzz/pack.dict.
update-manual: sitwell update-dictionary
	$(AM_V_GEN)$(top_srcdir)/build-aux/update-manual $(top_srcdir)/man/sitwell-pack.5 ./sitwell > sitwell-pack.new
	mv sitwell-pack.new $(top_srcdir)/man/sitwell-pack.5

.PHONY: update-manual
