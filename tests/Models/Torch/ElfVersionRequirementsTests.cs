using Reelsmith.Models.Torch;

namespace Reelsmith.Models.Tests.Torch;

public sealed class ElfVersionRequirementsTests
{
    private static readonly string Library = Directory.EnumerateFiles(AppContext.BaseDirectory, "libLibTorchSharp.so", SearchOption.AllDirectories).First();

    [Fact]
    public void A_required_version_becomes_weak_by_one_bit()
    {
        var before = File.ReadAllBytes(Library);
        var after = (byte[])before.Clone();

        Assert.True(ElfVersionRequirements.MakeWeak(after, "GLIBCXX_3.4.32"));

        var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToArray();
        Assert.Equal(2, after[Assert.Single(changed)] ^ before[changed[0]]);
    }

    [Theory]
    [InlineData("GLIBCXX_9.9.99")]
    [InlineData("")]
    public void A_version_that_is_not_required_changes_nothing(string version)
    {
        var image = File.ReadAllBytes(Library);
        Assert.False(ElfVersionRequirements.MakeWeak(image, version));
    }

    [Fact]
    public void What_is_no_library_is_left_alone() => Assert.False(ElfVersionRequirements.MakeWeak("not an ELF file"u8.ToArray(), "GLIBCXX_3.4.32"));
}
