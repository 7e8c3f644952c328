using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Video;
using Reelsmith.Video.Stills;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddVideoService();
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
using var host = builder.Build();
if (args is ["still" or "sheet" or "clip", ..])
{
    await host.Services.GetRequiredService<StillCommand>().Run(args, CancellationToken.None);
    return;
}
await host.RunAsync();
