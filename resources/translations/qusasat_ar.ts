<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_OM" sourcelanguage="ar">
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%1 مقال</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%1 مقالات</numerusform>
            <numerusform>%1 مقالًا</numerusform>
            <numerusform>%1 مقال</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 مقال، النسخ مرة واحدة</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان، النسخ مرة واحدة</numerusform>
            <numerusform>%1 مقالات، النسخ مرة واحدة</numerusform>
            <numerusform>%1 مقالًا، النسخ مرة واحدة</numerusform>
            <numerusform>%1 مقال، النسخ مرة واحدة</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%1 صورة لم تُقرأ</source>
        <translation>
            <numerusform>كل الصور مقروءة</numerusform>
            <numerusform>صورة لم تُقرأ</numerusform>
            <numerusform>صورتان لم تُقرآ</numerusform>
            <numerusform>%1 صور لم تُقرأ</numerusform>
            <numerusform>%1 صورة لم تُقرأ</numerusform>
            <numerusform>%1 صورة لم تُقرأ</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>استيراد: %1 من %2 ملف، %3 مقال</source>
        <translation>
            <numerusform>استيراد: الملف %1 من %2</numerusform>
            <numerusform>استيراد: الملف %1 من %2، مقال واحد</numerusform>
            <numerusform>استيراد: الملف %1 من %2، مقالان</numerusform>
            <numerusform>استيراد: الملف %1 من %2، %3 مقالات</numerusform>
            <numerusform>استيراد: الملف %1 من %2، %3 مقالًا</numerusform>
            <numerusform>استيراد: الملف %1 من %2، %3 مقال</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>استُورد %1 مقال</source>
        <translation>
            <numerusform>لم يُستورد مقال جديد</numerusform>
            <numerusform>استُورد مقال واحد</numerusform>
            <numerusform>استُورد مقالان</numerusform>
            <numerusform>استُوردت %1 مقالات</numerusform>
            <numerusform>استُورد %1 مقالًا</numerusform>
            <numerusform>استُورد %1 مقال</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 مكرر</source>
        <translation>
            <numerusform>بلا مكرر</numerusform>
            <numerusform>مكرر واحد</numerusform>
            <numerusform>مكرران</numerusform>
            <numerusform>%1 مكررات</numerusform>
            <numerusform>%1 مكررًا</numerusform>
            <numerusform>%1 مكرر</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>تعذّر %1 ملف</source>
        <translation>
            <numerusform>لم يتعذر ملف</numerusform>
            <numerusform>تعذّر ملف واحد</numerusform>
            <numerusform>تعذّر ملفان</numerusform>
            <numerusform>تعذّرت %1 ملفات</numerusform>
            <numerusform>تعذّر %1 ملفًا</numerusform>
            <numerusform>تعذّر %1 ملف</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>نحو %1 دقيقة</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>نحو دقيقة</numerusform>
            <numerusform>نحو دقيقتين</numerusform>
            <numerusform>نحو %1 دقائق</numerusform>
            <numerusform>نحو %1 دقيقة</numerusform>
            <numerusform>نحو %1 دقيقة</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>يراقب %1 مجلد</source>
        <translation>
            <numerusform>لا يراقب مجلدًا</numerusform>
            <numerusform>يراقب مجلدًا واحدًا</numerusform>
            <numerusform>يراقب مجلدين</numerusform>
            <numerusform>يراقب %1 مجلدات</numerusform>
            <numerusform>يراقب %1 مجلدًا</numerusform>
            <numerusform>يراقب %1 مجلد</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 غير متاح</source>
        <translation>
            <numerusform>كلها متاحة</numerusform>
            <numerusform>واحد غير متاح</numerusform>
            <numerusform>اثنان غير متاحين</numerusform>
            <numerusform>%1 غير متاحة</numerusform>
            <numerusform>%1 غير متاح</numerusform>
            <numerusform>%1 غير متاح</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>ArticleListModel</name>
    <message numerus="yes">
        <source>في %1 صحيفة</source>
        <translation>
            <numerusform>في %1 صحيفة</numerusform>
            <numerusform>في صحيفة واحدة</numerusform>
            <numerusform>في صحيفتين</numerusform>
            <numerusform>في %1 صحف</numerusform>
            <numerusform>في %1 صحيفة</numerusform>
            <numerusform>في %1 صحيفة</numerusform>
            </translation>
    </message>
</context>
</TS>
