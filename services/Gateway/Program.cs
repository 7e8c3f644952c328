using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Gateway;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddGatewayService(resumeUnfinished: true);
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
await builder.Build().RunAsync();
