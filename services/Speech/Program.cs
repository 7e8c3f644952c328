using Microsoft.Extensions.Hosting;
using Reelsmith.Hosting;
using Reelsmith.Speech;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSpeechService();
builder.Services.AddReelsmith(DataFolder.FromEnvironment());
await builder.Build().RunAsync();
