# The pack is every .ini file below content/, whoever adds one: no list to keep.

EXTRA_DIST += content

install-data-local:
	cd $(top_srcdir) && find content -type f \( -name '*.ini' -o -name SAFETY.md -o -name LICENSE \) | sort | \
	while read -r file; do \
		echo "$$file"; \
	done > $(abs_builddir)/content-files
	while read -r file; do \
		$(MKDIR_P) "$(DESTDIR)$(pkgdatadir)/$${file%/*}" && \
		$(INSTALL_DATA) "$(top_srcdir)/$$file" "$(DESTDIR)$(pkgdatadir)/$$file" || exit 1; \
	done < content-files

uninstall-local:
	rm -rf "$(DESTDIR)$(pkgdatadir)/content"

CLEANFILES += content-files
