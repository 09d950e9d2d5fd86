using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Packaging;

/// <summary>What users program against changes only on purpose.</summary>
public sealed class PublicInterfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    [Fact]
    public Task The_suite_offers_this() => Verifier.Verify(Describe(typeof(IoSpec.Suite.ComplianceSpec).Assembly));

    [Fact]
    public Task The_targets_offer_this() => Verifier.Verify(Describe(typeof(IoSpec.Targets.TargetCatalogue).Assembly));

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(type).Append(" : ").Append(type.BaseType).Append('\n');
            var members = type.GetMembers(Declared).Where(IsSeen).Select(Describe).Order(StringComparer.Ordinal);
            foreach (var member in members) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string KindOf(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static string Describe(MemberInfo member) => $"{member.MemberType.ToString().ToLowerInvariant()} {member}";

    // Of what derived classes see too; records and properties bring the rest along.
    private static bool IsSeen(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member switch
        {
            MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
                && (!method.IsSpecialName || method.IsConstructor),
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsSeenMethod),
            FieldInfo field => field.IsPublic || field.IsFamily,
            EventInfo => true,
            Type nested => nested.IsNestedPublic,
            _ => false,
        };

    private static bool IsSeenMethod(MethodInfo method) => method.IsPublic || method.IsFamily;
}
