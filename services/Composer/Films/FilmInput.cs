using Reelsmith.Contracts;

namespace Reelsmith.Composer.Films;

/// <summary>Everything that determines a film, without the job: what its key is made of.</summary>
internal sealed record FilmInput(ArtifactRef Storyboard, IReadOnlyList<ComposedScene> Scenes, VideoFormat Format);
