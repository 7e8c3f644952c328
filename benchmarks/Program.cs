using Reelsmith.Benchmarks.Films;

return args switch
{
    ["film", .. var rest] => await FilmBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project benchmarks -- film [STORYBOARD]
          film   seconds of work per second of video, by stage, beside x264 alone on the same frames
        """);
    return 2;
}
