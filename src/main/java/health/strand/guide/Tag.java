package health.strand.guide;

/** An HTML element that waits for its content. Class names instead of styles: the pages are served with no inline style. */
record Tag(String name, String attributes) {

    static Tag of(String name) {
        return new Tag(name, "");
    }

    static Tag of(String name, String cssClass) {
        return of(name).with("class", cssClass);
    }

    static Html link(String address, String text) {
        return of("a").with("href", address).around(Html.text(text));
    }

    static Html code(String text) {
        return of("code").around(text);
    }

    Tag with(String attribute, String value) {
        return new Tag(name, attributes + " " + attribute + "=\"" + Html.escape(value) + "\"");
    }

    Html around(Html... inside) {
        return new Html("<" + name + attributes + ">" + Html.of(inside).source() + "</" + name + ">");
    }

    Html around(String text) {
        return around(Html.text(text));
    }
}
