using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Composer;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddComposerService();
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
await builder.Build().RunAsync();
