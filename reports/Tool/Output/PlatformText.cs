using IoSpec.Contracts.Virtio;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Output;

/// <summary>What virtio comes to on a platform: who decides, the table of decisions, the claims behind it.</summary>
internal static class PlatformText
{
    /// <summary>What a platform's name begins with on the command line.</summary>
    public const string Prefix = "platform:";

    /// <summary>Writes it.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="name">The platform.</param>
    /// <exception cref="UsageException">There is no such platform.</exception>
    public static void Write(TextWriter output, string name)
    {
        var names = PlatformDecisions.Platforms.Select(platform => platform.Name).ToList();
        var platform = PlatformDecisions.Platforms.FirstOrDefault(one => one.Name == name)
            ?? throw new UsageException(
                $"there is no platform '{name}'{NearMatch.Hint(name, names)}; there is {string.Join(", ", names)}");
        output.WriteLine($"{Prefix}{platform.Name}  {platform.About}");
        output.WriteLine($"  driver    hands out bus addresses: {platform.Driver}");
        output.WriteLine($"  device    is translated: {platform.Device}");
        foreach (var missing in platform.Missing)
        {
            var whose = missing.IfOffered ? ", of a device that offers access through the platform" : "";
            output.WriteLine($"  N/A       {missing.Mode}{whose}: {missing.Reason}");
        }

        output.WriteLine();
        output.WriteLine("decisions");
        foreach (var row in PlatformDecisions.All)
        {
            output.WriteLine($"  {row.Row,-4}{row.Situation}; addresses: {row.Addresses}");
            output.WriteLine($"      {row.Outcome}  ({string.Join(", ", row.Requirements)})");
        }

        output.WriteLine();
        output.WriteLine("claims of the debate, July 2015");
        foreach (var claim in PlatformClaims.All)
        {
            var tested = claim.Requirements.Count == 0 ? "not tested here" : string.Join(", ", claim.Requirements);
            output.WriteLine($"  {claim.Id} {claim.Claim}");
            output.WriteLine($"      {claim.Answer}  ({tested})");
        }
    }
}
