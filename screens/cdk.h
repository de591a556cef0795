/*
 * CDK and wide curses.  CDK also brings <grp.h>, whose struct group is not
 * ours: it gets another name here.
 */
#ifndef SITWELL_CDK_H
#define SITWELL_CDK_H

#define group system_group
#include <grp.h>
#undef group

#include <cdk/cdk.h>

#endif
