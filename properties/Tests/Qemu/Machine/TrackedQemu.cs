using System.Diagnostics;
using System.Globalization;
using IoSpec.Qemu.Link;
using IoSpec.Qemu.Vtd;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>QEMU behind a script that notes the id of the process before it becomes QEMU.</summary>
internal sealed class TrackedQemu : IDisposable
{
    private const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-tests-");

    public TrackedQemu()
    {
        var program = ProgramSearch.Find(VtdOptions.Default.Machine.Binary);
        File.WriteAllText(Script, $"#!/bin/sh\necho $$ > '{Note}'\nexec '{program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Script, Runnable);
    }

    /// <summary>The program to start.</summary>
    public string Script => Path.Combine(_folder.FullName, "qemu");

    private string Note => Path.Combine(_folder.FullName, "pid");

    /// <summary>Sends a signal to the process that was started last.</summary>
    /// <param name="name">The signal, such as <c>STOP</c>.</param>
    public void Signal(string name)
    {
        var id = int.Parse(File.ReadAllText(Note).Trim(), CultureInfo.InvariantCulture);
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {id}"]);
        kill.WaitForExit();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
