#include "cli/arguments.h"

int main(int argc, char** argv) { return afterword::RunCommandLine(argc, argv); }
