using Reelsmith.Benchmarks.Films;
using Reelsmith.Benchmarks.Jobs;

return args switch
{
    ["film", .. var rest] => await FilmBenchmark.Run(rest),
    ["jobs"] => await JobsBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project benchmarks -- film [STORYBOARD] | jobs
          film   seconds of work per second of video, by stage, beside x264 alone on the same frames
          jobs   what the gateway costs a job over HTTP when the stages do nothing
        """);
    return 2;
}
