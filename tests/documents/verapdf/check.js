// Checks PDFs with veraPDF’s engine. Run by the shell of Rhino, the JavaScript that the engine
// brings along for its rules: so a Java runtime is enough, and nothing has to be compiled.
// Arguments: the names of profiles (PDFUA-1,PDFA-2A), then files. Prints a line of JSON for each file
// and profile: {"profile": …, "file": …, "faults": ["clause-test: message @ place", …]}, or “unread”
// with the reason in place of “faults”.

var vera = Packages.org.verapdf;
var profiles = vera.pdfa.validation.profiles.Profiles;
var Flavour = vera.pdfa.flavours.PDFAFlavour;

// The engine reads its profiles by JAXB, which no runtime has any longer; so they are read here.
function profileOf(name) {
    var found = java.lang.ClassLoader.getSystemResourceAsStream(
        "org/verapdf/pdfa/validation/" + name + ".xml");
    var root = javax.xml.parsers.DocumentBuilderFactory.newInstance()
        .newDocumentBuilder().parse(found).getDocumentElement();
    var rules = new java.util.HashSet(), variables = new java.util.HashSet();
    each(root, "rule", function (rule) { rules.add(ruleOf(rule)); });
    each(root, "variable", function (variable) {
        variables.add(profiles.variableFromValues(
            variable.getAttribute("name"), variable.getAttribute("object"),
            textIn(variable, "defaultValue"), textIn(variable, "value")));
    });
    var details = profiles.profileDetailsFromValues(
        textIn(root, "name"), textIn(root, "description"), "", new java.util.Date(0));
    var flavour = Flavour.valueOf(root.getAttribute("flavour"));
    return profiles.profileFromValues(flavour, details, "", rules, variables);
}

function ruleOf(rule) {
    var id = rule.getElementsByTagName("id").item(0);
    var named = new java.util.ArrayList();
    each(rule, "argument", function (argument) {
        named.add(vera.pdfa.validation.profiles.ErrorArgumentImpl.fromValues(
            argument.getTextContent().trim(), argument.getAttribute("name") || null, null));
    });
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            Flavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), parseInt(id.getAttribute("testNumber"), 10)),
        rule.getAttribute("object"),
        rule.getAttribute("deferred") == "true" ? java.lang.Boolean.TRUE : null,
        rule.getAttribute("tags"), textIn(rule, "description"), textIn(rule, "test"),
        profiles.errorFromValues(textIn(rule, "message"), named),
        java.util.Collections.emptyList());
}

function each(element, name, act) {
    var found = element.getElementsByTagName(name);
    for (var n = 0; n < found.getLength(); n++) act(found.item(n));
}

function textIn(element, name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
}

function faultsOf(path, profile) {
    var foundry = vera.pdfa.Foundries.defaultInstance();
    var stream = new java.io.FileInputStream(path);
    var parser = foundry.createParser(stream, profile.getPDFAFlavour());
    var validator = foundry.createValidator(profile, false);
    try {
        var result = validator.validate(parser), faults = [], told = {};
        for (var every = result.getTestAssertions().iterator(); every.hasNext();) {
            var assertion = every.next();
            var rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            if (assertion.getStatus().toString() == "FAILED" && !told[rule]) {
                told[rule] = true;
                faults.push(rule + ": " + assertion.getMessage() + " @ " + assertion.getLocation().getContext());
            }
        }
        if (faults.length == 0 && !result.isCompliant()) faults.push("not compliant, no reason told");
        if (result.getTotalAssertions() < 10) faults.push("only " + result.getTotalAssertions() + " checks made");
        return faults;
    } finally {
        validator.close();
        parser.close();
        stream.close();
    }
}

java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var files = arguments; // a function has its own
String(files[0]).split(",").forEach(function (name) {
    var profile = profileOf(name);
    for (var n = 1; n < files.length; n++) {
        var answer = {profile: name, file: files[n]};
        try {
            answer.faults = faultsOf(files[n], profile);
        } catch (unread) {
            answer.unread = String(unread);
        }
        print(JSON.stringify(answer));
    }
});
