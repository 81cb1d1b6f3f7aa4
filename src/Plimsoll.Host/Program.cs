using Plimsoll.Host.Cli;

return await CommandLine.RunAsync(args, Terminal.System(), TimeProvider.System);
