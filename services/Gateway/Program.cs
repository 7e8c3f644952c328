using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Gateway;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddGatewayService();
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
await builder.Build().RunAsync();
