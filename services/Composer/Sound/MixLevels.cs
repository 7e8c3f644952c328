namespace Reelsmith.Composer.Sound;

/// <summary>Gains and curves of a mix, found by measuring its sources.</summary>
/// <param name="Voice">Gain of the narration before the compressor.</param>
/// <param name="Music">Gain of the music bed where nobody speaks.</param>
/// <param name="Master">Gain of the whole, before the limiter.</param>
/// <param name="CeilingDb">True peak that the limiter keeps, in dBTP.</param>
internal sealed record MixLevels(double Voice, double Music, double Master, double CeilingDb, Ducking Ducking);
