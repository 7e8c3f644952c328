using Reelsmith.Hosting.Workers;
using Reelsmith.Script;

return await WorkerHost.Run(args, services => services.AddScriptService());
