using Reelsmith.Cli;
using Reelsmith.Cli.Hosting;
using Reelsmith.Hosting;

using var interruption = new Interruption();
var app = new ReelsmithApp(Terminal.OfProcess(), DataFolder.FromEnvironment(), Directory.GetCurrentDirectory(), Stages.Embedded);
return await app.Run(args, interruption.Token);
