using System.Text;
using Tracker.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await TrackerCli.RunAsync(args, Console.Out, Console.Error);
