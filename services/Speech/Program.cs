using Reelsmith.Hosting.Workers;
using Reelsmith.Speech;

return await WorkerHost.Run(args, services => services.AddSpeechService());
