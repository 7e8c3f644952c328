using Reelsmith.Benchmarks.Downloads;
using Reelsmith.Benchmarks.Films;
using Reelsmith.Benchmarks.Jobs;
using Reelsmith.Benchmarks.Preview;
using Reelsmith.Benchmarks.Watchers;

return args switch
{
    ["film", .. var rest] => await FilmBenchmark.Run(rest),
    ["first-scene", .. var rest] => await FirstSceneBenchmark.Run(rest),
    ["jobs"] => await JobsBenchmark.Run(),
    ["shared"] => await SharedBenchmark.Run(),
    ["workers"] => await WorkersBenchmark.Run(),
    ["line", .. var rest] => await LineBenchmark.Run(rest),
    ["watchers"] => await WatchersBenchmark.Run(),
    ["downloads"] => await DownloadsBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project benchmarks -- film [STORYBOARD] | first-scene [PROMPT…] | jobs | shared | workers | line [JOBS] | watchers | downloads
          film         seconds of work per second of video, by stage, beside x264 alone on the same frames
          first-scene  seconds from a request to a running server until the film's first scene can be played
          jobs         what the gateway costs a job over HTTP when the stages do nothing
          shared       the same over RabbitMQ and PostgreSQL
          workers      how jobs a second grow with workers that take a fixed time for a scene
          line         what 100,000 waiting jobs cost: submitting, memory, places in the line
          watchers     what a thousand event streams cost the server
          downloads    how fast a film is sent, beside nginx
        """);
    return 2;
}
