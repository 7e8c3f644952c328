namespace Reelsmith.Contracts;

/// <summary>Asks for a finished scene as HLS segments, so that a film can be watched while it is made.
/// A request: answered by <see cref="ScenePackaged"/> or <see cref="RequestFailed"/>.</summary>
/// <param name="Start">Frame of the film at which the scene starts.</param>
public sealed record PackageScene(ComposedScene Scene, int Start, VideoFormat Format);
