using IoSpec.Tool;
using IoSpec.Tool.CommandLine;

using var signals = new StopSignals();
return EntryPoint.Run(args, Session.OfConsole(signals.Stop));
