using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Workers;
using Reelsmith.Video;
using Reelsmith.Video.Stills;

if (args is not ["still" or "sheet" or "clip", ..]) return await WorkerHost.Run(args, services => services.AddVideoService());
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddVideoService();
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
using var host = builder.Build();
await host.Services.GetRequiredService<StillCommand>().Run(args, CancellationToken.None);
return 0;
