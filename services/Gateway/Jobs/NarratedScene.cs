using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

internal sealed record NarratedScene(NarrationAudio Narration, WorkDone Work);
