using Reelsmith.Composer.Quality;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Composer.Tests;

public sealed class FilmTests : IDisposable
{
    private readonly TestFilm _film = new();

    public void Dispose() => _film.Dispose();

    [Fact]
    public async Task A_film_has_exactly_the_scenes_frames_and_passes_its_checks()
    {
        var input = await _film.Input(TestFilm.Story("calm", "Why do volcanoes erupt?", "Magma rises", "The end"),
            await _film.Scene(75, "Deep below our feet the rock is molten."), await _film.Scene(97, "It is lighter than the rock around it, and it rises."), await _film.Scene(60, "That is why."));

        var (files, _) = await _film.Compose(input);

        Assert.Equal(75 + 97 + 60, files.Frames);
        var report = await _film.Artifacts.ReadJson<QualityReport>(files.Qc, default);
        Assert.True(report.Passed);
        Assert.All(report.Checks, c => Assert.Equal(QualityOutcome.Passed, c.Outcome));
    }
}
