using Reelsmith.Composer;
using Reelsmith.Hosting.Workers;

return await WorkerHost.Run(args, services => services.AddComposerService());
