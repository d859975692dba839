// The command line, told apart: the only file that knows CLI11 (it compiles slowly).
#pragma once

namespace afterword {

/// Runs the command that the arguments name; gives the exit status (cli/exit_status.h).
int RunCommandLine(int count, char** arguments);

}  // namespace afterword
