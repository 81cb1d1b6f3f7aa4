using System.Runtime.CompilerServices;
using System.Text;
using Shouldly;

namespace Plimsoll.Tests;

/// <summary>Compares text with a committed file; set GOLDEN=accept to rewrite it.</summary>
internal static class Golden
{
    internal static void ShouldMatchGolden(this string actual, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", name);
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (string.Equals(Environment.GetEnvironmentVariable("GOLDEN"), "accept", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        File.Exists(path).ShouldBeTrue($"No golden file {path}; run with GOLDEN=accept and review the diff.");
        text.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
