using Reelsmith.Composer.Captions;
using Reelsmith.Composer.Music;
using Reelsmith.Composer.Posters;
using Reelsmith.Composer.Programs;
using Reelsmith.Composer.Provenance;
using Reelsmith.Composer.Quality;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Films;

/// <summary>Makes the film of a job out of its scenes: sound, picture, captions, poster, and the reports on how it was made and that it is right.</summary>
internal sealed class FilmComposer(IArtifactStore artifacts, DataFolder data)
{
    private const string DefaultCharacter = "calm";

    /// <exception cref="ReelsmithException">Something is missing, or the film did not pass its checks (<c>qc_failed</c>).</exception>
    public async Task<VideoFiles> Compose(FilmInput input, ComposerEngine engine, StageWork work, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder(data);
        var parts = await Read(input, cancellationToken);
        var music = await Music(parts, engine, folder, work, cancellationToken);
        work.Progress(FilmSteps.Music);

        var mix = new FilmMix(parts.Timeline, new SoundSources(await artifacts.PathsOf(input.Scenes.Select(s => s.Narration.Audio), cancellationToken), music));
        var captions = await WriteTexts(parts, folder, cancellationToken);
        var rules = new QualityRules(parts.Timeline, input.Format, parts.Storyboard, parts.Cues, parts.HasSpeech || music is not null, music is not null);
        var finished = await new FilmFinisher(folder, work, parts, mix, rules).Finish(cancellationToken);

        var poster = await new PosterPicture(folder, work).Take(PosterFrame.Of(parts.Timeline, parts.Storyboard), parts.Timeline, cancellationToken);
        var video = await artifacts.AddFile(folder.File(FilmMuxer.Video), cancellationToken);
        var srt = await artifacts.AddBytes(captions.Srt, "srt", cancellationToken);
        var vtt = await artifacts.AddBytes(captions.Vtt, "vtt", cancellationToken);
        var picture = await artifacts.AddFile(poster, cancellationToken);
        var qc = await artifacts.AddJson(finished.Report, cancellationToken);
        var provenance = await artifacts.AddJson(FilmProvenance.Of(parts, engine, finished.Levels, new(video, picture, srt, vtt)), cancellationToken);
        work.Progress(1);
        return new VideoFiles(video, picture, srt, vtt, input.Storyboard, provenance, qc, parts.Timeline.Frames);
    }

    private async Task<FilmParts> Read(FilmInput input, CancellationToken cancellationToken)
    {
        var storyboard = await artifacts.ReadJson<Storyboard>(input.Storyboard, cancellationToken);
        var timeline = FilmTimeline.Of(input.Scenes, input.Format);
        var words = new List<WordTimings>();
        foreach (var scene in input.Scenes) words.Add(await artifacts.ReadJson<WordTimings>(scene.Narration.Words, cancellationToken));
        var cues = SubtitleCues.Of(timeline, words, storyboard.Language, CaptionWidth.MaxCharacters(input.Format, storyboard.Language));
        return new FilmParts(input, storyboard, timeline, cues, CharacterOf(storyboard.Style.Music));
    }

    private static Character? CharacterOf(string? name)
    {
        if (name == Character.None) return null;
        return Character.Find(name ?? DefaultCharacter) ?? throw ReelsmithException.InvalidInput("music_unknown",
            $"There is no music '{name}'.", $"Choose one of {string.Join(", ", Character.Names)}, or {Character.None}.");
    }

    private static async Task<string?> Music(FilmParts parts, ComposerEngine engine, WorkFolder folder, StageWork work, CancellationToken cancellationToken)
    {
        if (parts.Character is not { } character) return null;
        if (engine.FluidSynth is null || engine.SoundFont is not { } font)
        {
            throw ReelsmithException.Unavailable("music_missing", engine.FluidSynth is null ? "The synthesiser FluidSynth is not installed." : "No soundfont is installed.",
                $"Run `{ComposerEngineCheck.InstallMusic}`, or make the film with `--music none`.", MusicRenderer.Program);
        }
        var starts = parts.Timeline.Scenes.Skip(1).Select(s => parts.Timeline.SecondsAt(s.Start)).ToArray();
        var score = MusicBed.Compose(character, parts.Storyboard.Style.Seed, starts, parts.Timeline.Seconds);
        var wav = folder.File("music.wav");
        await MusicRenderer.Render(MidiFile.Of(score), font, folder.File("music.mid"), wav, work, cancellationToken);
        return wav;
    }

    private async Task<(byte[] Srt, byte[] Vtt)> WriteTexts(FilmParts parts, WorkFolder folder, CancellationToken cancellationToken)
    {
        var storyboard = parts.Storyboard;
        var paths = await artifacts.PathsOf(parts.Input.Scenes.Select(s => s.Clip), cancellationToken);
        var clips = paths.Zip(parts.Input.Scenes, (path, s) => (path, s.Frames));
        var vtt = System.Text.Encoding.UTF8.GetBytes(VttFile.Of(parts.Cues, storyboard.Language));
        var titles = Enumerable.Range(0, parts.Timeline.Scenes.Count).Select(i => SceneTitles.Of(storyboard.Scenes[i], i)).ToArray();
        await File.WriteAllTextAsync(folder.File(FilmMuxer.Clips), ConcatList.Of(clips, parts.Timeline.FramesPerSecond), cancellationToken);
        await File.WriteAllTextAsync(folder.File(FilmMuxer.Metadata), FilmMetadata.Of(storyboard.Title, FilmProvenance.LabelOf(parts), parts.Timeline, titles), cancellationToken);
        await File.WriteAllBytesAsync(folder.File(FilmMuxer.Captions), vtt, cancellationToken);
        return (System.Text.Encoding.UTF8.GetBytes(SrtFile.Of(parts.Cues)), vtt);
    }
}
