// These tests read items, in workers that are this binary started anew.
#include "reader_worker_main.h"
