/* The program: what the command line asks for. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

static void print_help(void)
{
	fputs(_("Usage: sitwell [--help] [--version]\n"
		"\n"
		"Asks one thing at a time and finds out why a buttock hurts,\n"
		"how urgent it is and what to do about it.\n"), stdout);
}

int main(int argc, char **argv)
{
	i18n_start(NULL);
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		puts(PACKAGE_STRING);
		return 0;
	}
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		print_help();
		return 0;
	}
	fputs(_("sitwell: see sitwell --help\n"), stderr);
	return 2;
}
