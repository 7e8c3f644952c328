using Reelsmith.Benchmarks.Downloads;
using Reelsmith.Benchmarks.Films;
using Reelsmith.Benchmarks.Jobs;
using Reelsmith.Benchmarks.Preview;
using Reelsmith.Benchmarks.Watchers;

return args switch
{
    ["film", .. var rest] => await FilmBenchmark.Run(rest),
    ["first-scene", .. var rest] => await FirstSceneBenchmark.Run(rest),
    ["jobs", .. var rest] => await JobsBenchmark.Run(rest),
    ["watchers"] => await WatchersBenchmark.Run(),
    ["downloads"] => await DownloadsBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project benchmarks -- film [STORYBOARD] | first-scene [PROMPT…] | jobs | watchers | downloads
          film         seconds of work per second of video, by stage, beside x264 alone on the same frames
          first-scene  seconds from a request to a running server until the film's first scene can be played
          jobs         what the gateway costs a job over HTTP when the stages do nothing
          watchers     what a thousand event streams cost the server
          downloads    how fast a film is sent, beside nginx
        """);
    return 2;
}
