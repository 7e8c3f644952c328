namespace Reelsmith.Video.Templates;

/// <summary>A way to lay a scene out.</summary>
internal interface ITemplate
{
    Task Compose(Composition composition, SceneSetting scene, CancellationToken cancellationToken);
}
