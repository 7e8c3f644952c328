using Reelsmith.Composer.Quality;
using Reelsmith.Composer.Sound;

namespace Reelsmith.Composer.Films;

/// <summary>A written file that passed its checks.</summary>
/// <param name="Levels">Of the sound in it.</param>
internal sealed record FinishedFilm(MixLevels Levels, QualityReport Report);
