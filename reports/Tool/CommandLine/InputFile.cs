namespace IoSpec.Tool.CommandLine;

/// <summary>Files that the user names.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="UsageException">It cannot be read, or is longer.</exception>
    public static byte[] Read(string path, int most)
    {
        try
        {
            if (Directory.Exists(path)) throw new UsageException($"cannot read '{path}': it is a folder");
            using var stream = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[64 << 10];
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > most)
                    throw new UsageException($"cannot read '{path}': it is longer than {most >> 20} MiB");
            }

            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"cannot read '{path}': {exception.Message}");
        }
    }
}
