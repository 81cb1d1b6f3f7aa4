using Plimsoll.Agreements;

namespace Plimsoll.Host.Cli;

/// <summary>Writes what is wrong with an agreement file, one place a line, as editors and compilers read it.</summary>
internal static class AgreementText
{
    internal static void WriteFaults(Terminal terminal, AgreementFile file)
    {
        foreach (var fault in file.Faults)
        {
            terminal.Error.WriteLine(fault);
        }
    }
}
