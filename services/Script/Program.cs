using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Script;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddScriptService();
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
await builder.Build().RunAsync();
