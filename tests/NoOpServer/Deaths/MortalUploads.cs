using System.Diagnostics;

namespace Reelsmith.NoOpServer.Deaths;

/// <summary>Has a process die while it sends something into the bucket. It sees requests as tracing does.</summary>
internal sealed class MortalUploads : IDisposable
{
    private const string Requests = "System.Net.Http";
    private const int LongestUploadMilliseconds = 10;

    private readonly ActivityListener _listener;

    public MortalUploads(Death death)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Requests,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = request =>
            {
                if (request.GetTagItem("http.request.method") is "PUT" && death.IsOrdered(DeathPoint.MidUpload)) _ = Die(death);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private static async Task Die(Death death)
    {
        await Task.Delay(Random.Shared.Next(LongestUploadMilliseconds));
        death.Now();
    }
}
