using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TorchSharp;

namespace Reelsmith.Models.Torch;

/// <summary>Makes TorchSharp loadable. Its native library asks for GLIBCXX_3.4.32 through a symbol that is never called;
/// where the C++ runtime is older (Debian 12), a copy with that one requirement made weak is loaded instead.</summary>
public static class TorchRuntime
{
    private const string Library = "libLibTorchSharp.so";
    private const string NewestRequirement = "GLIBCXX_3.4.32";
    private static readonly Lazy<nint> Loaded = new(Load);

    /// <summary>Loads the native libraries; call it before anything of TorchSharp is touched. Cheap when repeated.</summary>
    /// <exception cref="DllNotFoundException">libtorch is not beside the program.</exception>
    public static void Ensure() => _ = Loaded.Value;

    private static nint Load()
    {
        var folder = NativeFolder();
        foreach (var dependency in new[] { "libgomp*.so*", "libc10.so", "libtorch_cpu.so", "libtorch.so" })
        {
            foreach (var file in Directory.EnumerateFiles(folder, dependency)) NativeLibrary.Load(file);
        }
        var original = Path.Combine(folder, Library);
        if (!NativeLibrary.TryLoad(original, out var handle)) handle = NativeLibrary.Load(WeakenedCopy(original));
        NativeLibrary.SetDllImportResolver(typeof(torch).Assembly, (name, _, _) => name == "LibTorchSharp" ? handle : 0);
        return handle;
    }

    private static string NativeFolder()
    {
        var beside = AppContext.BaseDirectory;
        return new[] { beside, Path.Combine(beside, "runtimes", "linux-x64", "native") }.FirstOrDefault(f => File.Exists(Path.Combine(f, Library)))
            ?? throw new DllNotFoundException($"{Library} is not in {beside}; build with the package libtorch-cpu-linux-x64.");
    }

    private static string WeakenedCopy(string original)
    {
        var image = File.ReadAllBytes(original);
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(image))[..16]}-{Library}";
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "reelsmith", "native");
        var copy = Path.Combine(folder, name);
        if (File.Exists(copy)) return copy;
        if (!ElfVersionRequirements.MakeWeak(image, NewestRequirement))
        {
            throw new DllNotFoundException($"{original} could not be loaded, and it does not ask for {NewestRequirement}.");
        }
        Directory.CreateDirectory(folder);
        var temporary = $"{copy}.{Environment.ProcessId}";
        File.WriteAllBytes(temporary, image);
        File.Move(temporary, copy, overwrite: true);
        return copy;
    }
}
