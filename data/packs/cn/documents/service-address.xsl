<?xml version="1.0" encoding="UTF-8"?>
<!-- 送达地址确认书：入职时和面谈前请本人确认；没有写“未收到也视为同意”。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">送达地址确认书</title>
      <xsl:call-template name="number"/>
      <p id="purpose">为使重要文书能及时送到您手中，请核对并确认下列联系方式。劳动合同存续期间，以及解除、终止以后的争议处理期间，公司的文书按此送达。</p>
      <table id="contacts" columns="2.6 6 2.6 4">
        <row><cell>姓名</cell><cell><field path="employee/@name" as="name"/></cell><cell>身份证件号码</cell><cell><field path="employee/@identity"/></cell></row>
        <row><cell>邮寄地址</cell><cell><xsl:choose><xsl:when test="employee/@address"><field path="employee/@address"/></xsl:when><xsl:otherwise><blank size="12"/></xsl:otherwise></xsl:choose></cell><cell>本人手机</cell><cell><xsl:choose><xsl:when test="employee/@phone"><field path="employee/@phone"/></xsl:when><xsl:otherwise><blank size="7"/></xsl:otherwise></xsl:choose></cell></row>
        <row><cell>私人电子邮箱</cell><cell><xsl:choose><xsl:when test="employee/@email"><field path="employee/@email"/></xsl:when><xsl:otherwise><blank size="12"/></xsl:otherwise></xsl:choose></cell><cell>电子送达</cell><cell>□同意　□不同意</cell></row>
        <row><cell>即时通讯账号</cell><cell><blank size="12"/></cell><cell>以该账号送达</cell><cell>□同意　□不同意</cell></row>
        <row><cell>紧急联系人及关系</cell><cell><blank size="12"/></cell><cell>可否代收</cell><cell>□可以　□不可以</cell></row>
      </table>
      <item id="arrival">您同意电子送达的，文书到达上述邮箱或者账号所在系统之日为送达日期。</item>
      <item id="change">联系方式变更的，请在五日内书面告知人力资源部<xsl:call-template name="contact"/>；没有告知的，公司按原地址邮寄，文书被退回或者拒收的，退回或者拒收之日为送达之日。</item>
      <item id="privacy">上述信息仅用于文书送达和紧急联络，离职后按公司个人信息保存期限处理。请不要填写离职后即停用的公司邮箱。</item>
      <sign id="sign" kind="line">
        <row><cell>确认人（签名）：<blank size="10"/></cell><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>
</xsl:stylesheet>
