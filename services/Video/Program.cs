using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Video;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddVideoService();
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
await builder.Build().RunAsync();
