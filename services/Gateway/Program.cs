using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Listening;

try
{
    await using var app = GatewayServer.Build(args, DataFolder.FromEnvironment(), _ => { }, Directory.GetCurrentDirectory());
    await app.Open(CancellationToken.None);
    await app.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (ReelsmithException e)
{
    await Console.Error.WriteLineAsync($"{e.Failure.Message} {e.Failure.Hint}");
    return e.Failure.Kind == FailureKind.InvalidInput ? 2 : 1;
}
