// main of test binaries that read items: they are started anew as a reader's process
// (ingest/sandbox_worker.h), as the program itself is.
#pragma once

#include <gtest/gtest.h>

#include "ingest/sandbox_worker.h"

int main(int argc, char** argv) {
  afterword::RunIfReaderWorker(argc, argv);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
